// A policy.
