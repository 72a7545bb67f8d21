using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Live;

/// <summary>What the API knows of a field: how its values are compared, and what the server makes of it.</summary>
public abstract record ApiField
{
    /// <summary>The field of that name below this one.</summary>
    public abstract ApiField Field(string name);

    /// <summary>What each item of this list is.</summary>
    public abstract ApiField Item { get; }

    public abstract ListShape List { get; }

    public abstract bool IsQuantity { get; }

    /// <summary>
    /// A false, a zero or an empty text here is not stored, so that its absence says the same.
    /// </summary>
    public abstract bool DropsZero { get; }

    /// <summary>The kind's definition does not know the field, so that the server stores nothing here.</summary>
    public virtual bool IsPruned => false;

    /// <summary>What stands here is what the server fills in by itself where nothing is said.</summary>
    /// <param name="live">In the object that the server gave.</param>
    public abstract bool IsFilledIn(Node live);
}
