namespace Landfall.Operations.Cost;

/// <summary>An amount over the range in which an environment scales by itself.</summary>
/// <param name="Low">Where it has scaled in as far as it goes.</param>
/// <param name="Expected">What is reckoned with.</param>
/// <param name="High">Where it has scaled out as far as it goes.</param>
internal sealed record Extent(decimal Low, decimal Expected, decimal High)
{
    /// <summary>Nothing at all.</summary>
    public static Extent None { get; } = Of(0);

    /// <summary>An amount that does not depend on how far something scales.</summary>
    /// <param name="amount">The amount.</param>
    public static Extent Of(decimal amount) => new(amount, amount, amount);

    /// <summary>A range of which the expected part is assumed.</summary>
    /// <param name="least">Its lower end.</param>
    /// <param name="most">Its upper end.</param>
    public static Extent Between(decimal least, decimal most) =>
        new(least, least + ((most - least) * Assumptions.ShareOfTheRange.Quantity), most);

    /// <summary>Adds up.</summary>
    /// <param name="amounts">The amounts.</param>
    public static Extent Sum(IEnumerable<Extent> amounts) => amounts.Aggregate(None, (sum, next) => sum + next);

    public static Extent operator +(Extent left, Extent right) =>
        new(left.Low + right.Low, left.Expected + right.Expected, left.High + right.High);

    public static Extent operator -(Extent left, Extent right) =>
        new(left.Low - right.Low, left.Expected - right.Expected, left.High - right.High);

    public static Extent operator *(Extent left, decimal right) => left.Select(amount => amount * right);

    /// <summary>Does the same to each of the three.</summary>
    /// <param name="change">What is done.</param>
    public Extent Select(Func<decimal, decimal> change) => new(change(Low), change(Expected), change(High));

    /// <summary>In whole cents, so that what is shown adds up.</summary>
    public Extent Cents() => Select(amount => Math.Round(amount, 2, MidpointRounding.AwayFromZero));
}
