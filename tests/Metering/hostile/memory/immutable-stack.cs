static string Run()
{
    ImmutableStack<int> stack = []; while (true) { stack = stack.Push(1); }
}
