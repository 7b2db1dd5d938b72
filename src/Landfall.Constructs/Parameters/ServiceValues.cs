using Landfall.Config.Stacks;

namespace Landfall.Constructs.Parameters;

/// <summary>What a service's stack publishes.</summary>
/// <param name="name">The service's name in the file.</param>
public sealed class ServiceValues(string name)
{
    private readonly string _root = $"services/{name}";

    /// <summary>The tasks' security group, to which a caller adds its own ingress rule on the service's port.</summary>
    public SharedValue SecurityGroup => new($"{_root}/security-group", "Service security group", Lasting: true);

    /// <summary>The address under which other services of the environment call it, for example <c>http://api:8080</c>.</summary>
    public SharedValue Url => new($"{_root}/url", "Service URL");

    /// <summary>The task definition's ARN, for people and scripts that run a task of their own.</summary>
    public SharedValue TaskDefinition => new($"{_root}/task-definition", "Task definition");

    /// <summary>The image that was released last, or <c>none</c>; written by releases, and by no stack.</summary>
    public SharedValue Image => new($"{_root}/{AwsNames.ImagePart}", "Released image");

    /// <summary>The public address of a web service.</summary>
    public SharedValue PublicUrl => new($"{_root}/public-url", "Public address");
}
