"""What is demanded: standards as data, and the names of columns."""
