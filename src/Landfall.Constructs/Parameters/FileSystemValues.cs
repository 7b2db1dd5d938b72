namespace Landfall.Constructs.Parameters;

/// <summary>What the data stack publishes about a file system.</summary>
/// <param name="name">The file system's name in the file.</param>
public sealed class FileSystemValues(string name)
{
    private readonly string _root = $"file-systems/{name}";

    /// <summary>The file system's id.</summary>
    public SharedValue Id => new($"{_root}/id", "File system", Lasting: true);

    /// <summary>The access point's id: user and group 1000, folder <c>/data</c>.</summary>
    public SharedValue AccessPoint => new($"{_root}/access-point", "File system access point", Lasting: true);

    /// <summary>The mount targets' security group, to which a consumer adds its own ingress rule on port 2049.</summary>
    public SharedValue SecurityGroup => new($"{_root}/security-group", "File system security group", Lasting: true);
}
