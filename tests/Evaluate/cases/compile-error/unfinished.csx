// It does not even parse.
return new Policy<Container>
{
    Title = "Unfinished,
};
