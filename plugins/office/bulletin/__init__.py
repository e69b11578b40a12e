"""The bulletin on many sites (通报): its content, made once, and the Word document and the page that show it."""
