static string Run()
{
    Box box = new(); box.Inner = box; return box.ToString();
}

sealed record Box { public Box? Inner { get; set; } }
