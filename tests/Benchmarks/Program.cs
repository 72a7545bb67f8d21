using PolicyGate.Benchmarks;

return args switch
{
    ["events", var directory] => Rivals.ParseEvents(directory),
    _ => Comparison.Run(),
};
