namespace Landfall.Constructs.Parameters;

/// <summary>What the data stack publishes about a relational database.</summary>
/// <param name="name">The database's name in the file.</param>
public sealed class DatabaseValues(string name)
{
    private readonly string _root = $"databases/{name}";

    /// <summary>The host name to write to and read from.</summary>
    public SharedValue Host => new($"{_root}/host", "Database host");

    /// <summary>The port.</summary>
    public SharedValue Port => new($"{_root}/port", "Database port");

    /// <summary>The name of the database inside.</summary>
    public SharedValue Database => new($"{_root}/name", "Name of the database");

    /// <summary>
    /// The ARN of the secret with the keys <c>username</c> and <c>password</c>. RDS owns and rotates it.
    /// </summary>
    public SharedValue SecretArn => new($"{_root}/secret-arn", "Secret with user name and password");

    /// <summary>The security group to which a consumer adds its own ingress rule.</summary>
    public SharedValue SecurityGroup => new($"{_root}/security-group", "Database security group");

    /// <summary>The ARN of the cluster or instance, for the data API and for alarms.</summary>
    public SharedValue Arn => new($"{_root}/arn", "Database ARN");
}
