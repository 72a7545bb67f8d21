using PolicyGate.Benchmarks;

return args switch
{
    ["hello"] => Rivals.Hello(),
    ["events", var directory] => Rivals.ParseEvents(directory),
    _ => Comparison.Run(),
};
