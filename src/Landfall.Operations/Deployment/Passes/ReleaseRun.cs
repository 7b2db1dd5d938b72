namespace Landfall.Operations.Deployment.Passes;

/// <summary>Whether a release command runs after an operation.</summary>
internal enum ReleaseRun
{
    /// <summary>It does not: the operation is another one.</summary>
    None,

    /// <summary>It runs where its task definition has become another one, because a value from another stack has.</summary>
    IfChanged,

    /// <summary>It runs.</summary>
    Always,
}
