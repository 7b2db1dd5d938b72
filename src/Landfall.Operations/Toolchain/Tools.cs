namespace Landfall.Operations.Toolchain;

/// <summary>The pinned Node and CDK CLI that deployments run with.</summary>
/// <param name="Node">Path of the node executable.</param>
/// <param name="Cdk">Path of the CDK CLI's script, run by <paramref name="Node"/>.</param>
internal sealed record Tools(string Node, string Cdk)
{
    /// <summary>The tools in a folder that npm installed into.</summary>
    /// <param name="folder">The folder with <c>node_modules</c>.</param>
    /// <returns>The tools; they may not exist.</returns>
    public static Tools In(string folder)
    {
        var modules = Path.Combine(folder, "node_modules");
        return new Tools(Path.Combine(modules, ".bin", "node"), Path.Combine(modules, "aws-cdk", "bin", "cdk"));
    }

    /// <summary>True when both are there.</summary>
    public bool Exist => File.Exists(Node) && File.Exists(Cdk);
}
