"""Measurements that the documentation quotes; none is part of the tests."""
