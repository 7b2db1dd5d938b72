namespace Landfall.Operations.Secrets;

/// <summary>Where the values of secrets are.</summary>
internal interface ISecretStore
{
    /// <summary>Tells whether a secret has a value; null when there is no such secret.</summary>
    /// <param name="name">The secret's name in AWS.</param>
    /// <param name="stop">Gives up.</param>
    Task<bool?> HasValueAsync(string name, CancellationToken stop);

    /// <summary>Gives a secret another value; false when there is no such secret.</summary>
    /// <param name="name">The secret's name in AWS.</param>
    /// <param name="value">The value.</param>
    /// <param name="stop">Gives up.</param>
    Task<bool> PutValueAsync(string name, string value, CancellationToken stop);
}
