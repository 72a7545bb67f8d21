static string Run()
{
    Box a = new(), b = new(); (a.Inner, b.Inner) = (b, a); return (a == b).ToString();
}

sealed record Box { public Box? Inner { get; set; } }
