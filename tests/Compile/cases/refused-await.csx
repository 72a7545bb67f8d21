int one = await Later(); //~ PG0105 'await' is not available
object Later() => null!;
