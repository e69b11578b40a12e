"""Many sites at once: which they are, one pure function a site, who runs it, what is kept, and what it comes to."""
