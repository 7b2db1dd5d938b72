namespace Landfall.Operations.Migration;

/// <summary>Where a secret's value is under the other tool.</summary>
/// <param name="ReadCommand">The command that prints the value.</param>
internal sealed record SecretOrigin(string ReadCommand)
{
    /// <summary>A value in Parameter Store.</summary>
    /// <param name="name">Its name or ARN.</param>
    /// <returns>The origin.</returns>
    public static SecretOrigin Parameter(string name) =>
        new($"aws ssm get-parameter --with-decryption --name {Quoted(name)} --query Parameter.Value --output text");

    /// <summary>A value in Secrets Manager.</summary>
    /// <param name="id">Its name or ARN.</param>
    /// <returns>The origin.</returns>
    public static SecretOrigin Secret(string id) =>
        new($"aws secretsmanager get-secret-value --secret-id {Quoted(id)} --query SecretString --output text");

    /// <summary>A line of a file of variables.</summary>
    /// <param name="file">The file, relative to the repository.</param>
    /// <param name="variable">The variable.</param>
    /// <returns>The origin.</returns>
    public static SecretOrigin Line(string file, string variable) => new($"sed -n 's/^{variable}=//p' {Quoted(file)}");

    private static string Quoted(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
