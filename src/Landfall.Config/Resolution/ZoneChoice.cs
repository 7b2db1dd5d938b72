namespace Landfall.Config.Resolution;

/// <summary>Which of an account's availability zones tasks run in.</summary>
internal static class ZoneChoice
{
    /// <summary>Puts zones in the order in which they are taken.</summary>
    /// <param name="zones">The account's zones, in order of name.</param>
    /// <returns>The names of those that Fargate runs in: first those in which every endpoint can be made.</returns>
    public static IReadOnlyList<string> Of(IEnumerable<ZoneFacts> zones) =>
        [.. zones.Where(zone => zone.Fargate).OrderBy(zone => zone.WithoutEndpoints?.Count ?? 0).Select(zone => zone.Name)];
}
