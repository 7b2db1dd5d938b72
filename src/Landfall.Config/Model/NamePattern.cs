namespace Landfall.Config.Model;

/// <summary>What names look like.</summary>
internal static class NamePattern
{
    /// <summary>Application and environment names.</summary>
    public const string App = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    /// <summary>The rule in words.</summary>
    public const string AppMeaning = "lower-case letters, digits and single hyphens, beginning with a letter";
}
