using Landfall.Operations.Changes.Comparison;
using Landfall.Operations.Changes.Evaluation;
using Landfall.Operations.Changes.Policies;

namespace Landfall.Operations.Changes.Rules;

/// <summary>Who may take messages from which queue, by the policies.</summary>
internal static class QueueReaders
{
    private const string Queue = "AWS::SQS::Queue";
    private const string Receive = "sqs:ReceiveMessage";

    /// <summary>Finds the queues of the environment that stay and that a policy was the last to let anybody read.</summary>
    /// <param name="policy">A policy, or a role with some, that changes or goes.</param>
    /// <param name="environment">The environment.</param>
    /// <returns>The queues' names.</returns>
    public static IEnumerable<string> Orphaned(ComparedResource policy, EnvironmentComparison environment)
    {
        var lost = Readable(policy.Before).Except(Readable(policy.After)).ToList();
        if (lost.Count == 0)
            return [];
        var changed = environment.Resources.ToDictionary(r => (r.Stack, r.LogicalId));
        var running = environment.Running.Names.SelectMany(stack => environment.Running.Resources(stack).Values).ToList();
        var left = running.Where(r => !changed.ContainsKey((r.Stack, r.LogicalId))).Concat(environment.Resources.Select(r => r.After).OfType<EvaluatedResource>());
        var read = left.SelectMany(Readable).ToList();
        return running
            .Where(r => r.Type == Queue && !(changed.GetValueOrDefault((r.Stack, r.LogicalId))?.Goes ?? false))
            .Where(queue => lost.Any(arn => Is(arn, queue)) && !read.Any(arn => arn == "*" || Is(arn, queue)))
            .Select(queue => Scalars.Text(queue.Properties["QueueName"]) ?? queue.LogicalId);
    }

    private static IEnumerable<string> Readable(EvaluatedResource? policy) => PolicyStatement.In(policy?.Properties)
        .Where(statement => statement.Allows && statement.Actions.Any(action => Wildcard.Covers(action, Receive, ignoreCase: true)))
        .SelectMany(statement => statement.Resources);

    /// <summary>Whether a policy's resource is a queue: by its ARN, or by what stands for that in templates that were never deployed.</summary>
    private static bool Is(string arn, EvaluatedResource queue) =>
        arn == Token.Of(queue.Stack, queue.LogicalId, "Arn", null)
        || (Scalars.Text(queue.Properties["QueueName"]) is { } name && arn.EndsWith($":{name}", StringComparison.Ordinal));
}
