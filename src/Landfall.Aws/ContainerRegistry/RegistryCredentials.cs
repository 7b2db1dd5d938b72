namespace Landfall.Aws.ContainerRegistry;

/// <summary>How to log in to a container registry.</summary>
/// <param name="Registry">Its host, with the port when there is one.</param>
/// <param name="User">The user name.</param>
/// <param name="Password">The password.</param>
public sealed record RegistryCredentials(string Registry, string User, string Password)
{
    /// <summary>Hides the password, so that it is in no log.</summary>
    /// <returns>The registry and the user.</returns>
    public override string ToString() => $"{User}@{Registry}";
}
