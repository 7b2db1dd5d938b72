namespace Landfall.Config.Limits;

/// <summary>The quotas of the account that an environment is in.</summary>
/// <param name="values">What was looked up, by <see cref="Limit.Key"/>.</param>
internal sealed class AccountQuotas(IReadOnlyDictionary<string, double> values)
{
    /// <summary>Those of an account of which nothing is known.</summary>
    public static AccountQuotas Unknown { get; } = new(new Dictionary<string, double>());

    /// <summary>Puts the account's value into the place of AWS's.</summary>
    /// <param name="limit">A limit.</param>
    /// <returns>The account's, where it is known.</returns>
    public Limit Of(Limit limit) => limit.Quota is { } quota && values.TryGetValue(limit.Key, out var value)
        ? limit with { Most = value - quota.Beside, IsOfAccount = true }
        : limit;
}
