"""What reports for people at a terminal share."""
