static string Run()
{
    Exception e = new("x"); for (int i = 0; i < 100_000; i++) { e = new AggregateException("y", e); } return e.Message;
}
