static string Run()
{
    Person ada = new("Ada", 36) { Tags = ["x"] };
    Person older = ada with { Age = 37 };
    (string name, int age) = older;
    Money one = new(1.5m, "EUR"), same = new(1.5m, "EUR");
    return $"{ada} {older} {name} {age} {ada == older} {ada.Equals(ada with { })} {one == same} {one} {one with { Currency = "USD" }} {new HashSet<Money> { one, same }.Count} {new Employee("Bob", 5, "dev")}";
}

record Person(string Name, int Age) { public ImmutableArray<string> Tags { get; init; } = []; public virtual string Greeting => $"I am {Name}"; }
sealed record Employee(string Name, int Age, string Job) : Person(Name, Age) { public override string Greeting => base.Greeting + ", " + Job; protected override bool PrintMembers(StringBuilder builder) { builder.Append(Greeting).Append("; "); return base.PrintMembers(builder); } }
readonly record struct Money(decimal Amount, string Currency);
