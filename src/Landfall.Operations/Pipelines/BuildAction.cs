namespace Landfall.Operations.Pipelines;

/// <summary>
/// An action of GitHub's, by the commit of a release: a tag can be moved to other code, as happened to 76 of them in March
/// 2026 (GitHub documentation, "Security hardening for GitHub Actions", "Using third-party actions").
/// </summary>
/// <param name="Name">The action.</param>
/// <param name="Commit">The commit.</param>
/// <param name="Release">The release, for people and for what keeps the commit current.</param>
internal sealed record BuildAction(string Name, string Commit, string Release)
{
    /// <summary>Checks the repository out.</summary>
    public static BuildAction Checkout { get; } = new("actions/checkout", "11bd71901bbe5b1630ceea73d27597364c9af683", "v4.2.2");

    /// <summary>Installs the .NET SDK.</summary>
    public static BuildAction SetupDotnet { get; } = new("actions/setup-dotnet", "67a3573c9a986a3f9c594539f4ab511d57bb3ce9", "v4.3.1");

    /// <summary>Installs Node.</summary>
    public static BuildAction SetupNode { get; } = new("actions/setup-node", "49933ea5288caeca8642d1e84afbd3f7d6820020", "v4.4.0");

    /// <summary>Keeps files for later jobs.</summary>
    public static BuildAction Upload { get; } = new("actions/upload-artifact", "ea165f8d65b6e75b540449e92b4886f43607fa02", "v4.6.2");

    /// <summary>Gets files of earlier jobs.</summary>
    public static BuildAction Download { get; } = new("actions/download-artifact", "d3f86a106a0bac45b974a628896c90dbdf5c8093", "v4.3.0");

    /// <summary>Takes a role in AWS.</summary>
    public static BuildAction Credentials { get; } = new("aws-actions/configure-aws-credentials", "b47578312673ae6fa5b5096b330d9fbac3d116df", "v4.2.1");

    /// <inheritdoc />
    public override string ToString() => $"{Name}@{Commit} # {Release}";
}
