"""All that reaches into the engine: its mends, each with a test that tells when it can go."""
