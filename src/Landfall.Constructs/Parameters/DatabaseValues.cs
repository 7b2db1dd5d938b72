namespace Landfall.Constructs.Parameters;

/// <summary>What the data stack publishes about a relational database.</summary>
/// <param name="name">The database's name in the file.</param>
public sealed class DatabaseValues(string name)
{
    private readonly string root = $"databases/{name}";

    /// <summary>The host name to write to and read from.</summary>
    public SharedValue Host => new($"{root}/host", "Database host");

    /// <summary>The port.</summary>
    public SharedValue Port => new($"{root}/port", "Database port");

    /// <summary>The name of the database inside.</summary>
    public SharedValue Database => new($"{root}/name", "Name of the database");

    /// <summary>
    /// The ARN of the secret with the keys <c>username</c> and <c>password</c>. RDS owns and rotates it.
    /// </summary>
    public SharedValue SecretArn => new($"{root}/secret-arn", "Secret with user name and password");

    /// <summary>The security group to which a consumer adds its own ingress rule.</summary>
    public SharedValue SecurityGroup => new($"{root}/security-group", "Database security group");

    /// <summary>The ARN of the cluster or instance, for the data API and for alarms.</summary>
    public SharedValue Arn => new($"{root}/arn", "Database ARN");
}
