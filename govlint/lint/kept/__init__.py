"""What is kept from run to run, and how results travel between processes; what comes from a file is never trusted."""
