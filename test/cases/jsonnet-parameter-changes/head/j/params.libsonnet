{ deny: false }
