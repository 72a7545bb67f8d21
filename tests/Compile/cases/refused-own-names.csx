// Messages speak of the policy's own types as it does.
class Own;

static class Uses
{
    public static int Number(IEnumerable<Own> all) => all.Wrong(); //~ CS1061 'IEnumerable<Own>' does not contain
}
