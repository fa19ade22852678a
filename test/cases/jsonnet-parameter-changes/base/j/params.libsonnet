{ deny: true }
