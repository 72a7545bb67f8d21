static string Run()
{
    var people = new[] { (Id: 1, Name: "Ada"), (Id: 2, Name: "Bob"), (Id: 3, Name: "Cy") };
    var pets = new[] { (Owner: 1, Pet: "cat"), (Owner: 1, Pet: "dog"), (Owner: 3, Pet: "fish") };
    var query = from person in people join pet in pets on person.Id equals pet.Owner into own from pet in own.DefaultIfEmpty() let shout = person.Name.ToUpperInvariant() where shout.Length < 5 orderby shout descending, pet.Pet select $"{shout}:{pet.Pet}";
    var grouped = from pet in pets group pet.Pet by pet.Owner into g orderby g.Count() descending select (g.Key, All: string.Join("+", g));
    return $"{string.Join(" ", query)} / {string.Join(" ", grouped)} / {string.Join(" ", people.Join(pets, p => p.Id, q => q.Owner, (p, q) => p.Name[0] + q.Pet))} / {string.Join(" ", people.Zip(pets, (p, q) => p.Id + q.Owner))} / {string.Join(" ", people.Zip(pets).Select(z => z.First.Name + z.Second.Pet))} / {string.Join(" ", people.GroupJoin(pets, p => p.Id, q => q.Owner, (p, q) => q.Count()))} / {string.Join(" ", people.LeftJoin(pets, p => p.Id, q => q.Owner, (p, q) => p.Name + q.Pet))}";
}
