using System.Collections.Concurrent;
using Landfall.Aws;
using Landfall.Aws.CloudFormation;

namespace Landfall.Operations.Deployment;

/// <summary>
/// The connections to the regions that an environment's stacks are in: its own, and the one that CloudFront takes
/// certificates and firewalls of.
/// </summary>
/// <param name="home">The environment's own account and region.</param>
/// <param name="elsewhere">The regions of the stacks that are not in that one, by the stack's name; they need not be there.</param>
internal sealed class StackRegions(AwsSession home, IReadOnlyDictionary<string, string> elsewhere) : IDisposable
{
    private readonly ConcurrentDictionary<string, AwsSession> _others = new(StringComparer.Ordinal);

    /// <summary>The connections of an environment that has all stacks in its own region.</summary>
    /// <param name="home">The account and region.</param>
    public StackRegions(AwsSession home)
        : this(home, new Dictionary<string, string>())
    {
    }

    /// <summary>The environment's own account and region.</summary>
    public AwsSession Home => home;

    /// <summary>The regions of the stacks that are not in the environment's own, by the stack's name.</summary>
    public IReadOnlyDictionary<string, string> Elsewhere => elsewhere;

    /// <summary>Whether a stack is in another region than the environment's own.</summary>
    /// <param name="stack">The stack's name.</param>
    /// <returns>True or false.</returns>
    public bool IsElsewhere(string stack) => elsewhere.ContainsKey(stack);

    /// <summary>Gives the connection to a stack's region.</summary>
    /// <param name="stack">The stack's name.</param>
    /// <returns>The session, which belongs to this object or to who made it.</returns>
    public AwsSession SessionOf(string stack) =>
        elsewhere.TryGetValue(stack, out var region) ? _others.GetOrAdd(region, home.In) : home;

    /// <summary>Gives the CloudFormation that a stack is in.</summary>
    /// <param name="stack">The stack's name.</param>
    /// <returns>The client.</returns>
    public CloudFormationClient ClientOf(string stack) => new(SessionOf(stack));

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var session in _others.Values)
            session.Dispose();
    }
}
