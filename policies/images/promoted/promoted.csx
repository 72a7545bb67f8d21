// What was tested is what runs: not something like it that was built again. An image that goes into production
// is or was, digest by digest, in an earlier stage of the same entity.

return new Policy<UsedImage, Promotion>
{
    Title       = "Images in production were in an earlier stage before",
    Severity    = Medium,
    Controls    = [Nist80053("CM-3(2)"), Nist80053("CM-4(1)"), Iso27001("A.8.29"), Iso27001("A.8.31")],
    Remediation = "Run the very same digest in an earlier stage of the entity first, and then name that digest in production.",
    Subjects    = estate => estate.Images,
    Evaluate    = Promoted,
};

record Promotion
{
    /// <summary>The classes of environments in which an image proves itself.</summary>
    public ImmutableArray<string> Stages { get; init; } = ["staging", "test", "training", "development"];
}

Verdict Promoted(UsedImage used, Promotion promotion) =>
    !used.Environment.IsProduction || used.Environment.Entity.Length == 0 ? NotApplicable("it is in no production environment of an entity")
    : used.EarlierUses.Where(earlier => promotion.Stages.Contains(earlier.Environment["spec.class"].Text)).ToList() is var earlier && earlier.FirstOrDefault(one => IsSame(used, one)) is { } same
        ? Pass($"{same.Environment.Name} runs it", used, same)
    : used.Facts is { HasStages: true } facts
        ? facts.Stages.FirstOrDefault(stage => stage.Entity == used.Environment.Entity && stage.Class is { } stageClass && promotion.Stages.Contains(Declared.Write(stageClass))) is { } ran
            ? Pass($"{ran.Environment} ran it", used, ran.Place)
            : Fail(used, $"{used.Image.Text} was in no earlier stage of {used.Environment.Entity}")
    : !used.HasEarlierStages ? NotApplicable($"no earlier stage of {used.Environment.Entity} is known, and no facts tell where the image ran")
    : Fail(used, $"{used.Image.Text} is in no earlier stage of {used.Environment.Entity}{Instead(earlier, used)}, and no facts say that it was");

// What names no digest is the same as far as its name and tag go, unless it is latest.
bool IsSame(UsedImage used, UsedImage earlier) =>
    used.Image.Digest is { } digest ? digest == earlier.Image.Digest
    : earlier.Image.Digest is null && !used.Image.IsLatest && used.Image.Name == earlier.Image.Name && used.Image.Tag == earlier.Image.Tag;

string Instead(IEnumerable<UsedImage> earlier, UsedImage used) =>
    earlier.FirstOrDefault(one => one.Image.Name == used.Image.Name) is { } other ? $": {other.Environment.Name} runs {other.Image.Text}" : "";
