namespace Landfall.Operations.Cost.Uses;

/// <summary>How much of something that has a price a resource uses in a month.</summary>
/// <param name="Price">The price's name in the table.</param>
/// <param name="What">What that is of the resource.</param>
/// <param name="Quantity">How much, in the price's unit.</param>
/// <param name="Assumed">What is reckoned with because no template says it; null where the template does.</param>
internal sealed record Use(string Price, string What, Extent Quantity, Assumption? Assumed = null)
{
    /// <summary>A use that does not depend on how far something scales.</summary>
    public Use(string price, string what, decimal quantity)
        : this(price, what, Extent.Of(quantity))
    {
    }

    /// <summary>A use that no template says.</summary>
    public Use(string price, string what, Assumption assumed)
        : this(price, what, Extent.Of(assumed.Quantity), assumed)
    {
    }
}
