// A real editor takes a core or two of its own: one at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
