namespace Landfall.Config.Model;

/// <summary>The environments of pull requests, which are alike but for their names.</summary>
/// <param name="Of">The environment that they copy.</param>
/// <param name="Limit">How many there are at once.</param>
/// <param name="Settings">Their settings.</param>
internal sealed record Previews(string Of, int Limit, SettingsModel Settings);
