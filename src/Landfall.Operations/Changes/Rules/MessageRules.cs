using System.Text.Json.Nodes;
using Landfall.Operations.Changes.Comparison;

namespace Landfall.Operations.Changes.Rules;

/// <summary>Queues and topics.</summary>
internal static class MessageRules
{
    private const string Topic = "A queue";

    private static readonly string[] Queue = ["AWS::SQS::Queue"];

    /// <summary>The rules.</summary>
    public static IReadOnlyList<ChangeRule> All { get; } =
    [
        new(Topic, "Shorter retention", EffectKind.LosesData, "Messages that are older are deleted.",
            "Amazon SQS, SetQueueAttributes, MessageRetentionPeriod", Queue, Retention),
        new(Topic, "The dead-letter queue, removed", EffectKind.LosesData, "Messages that fail again and again are gone when their time is over.",
            "Amazon SQS, Using dead-letter queues", Queue, DeadLetters),
        new(Topic, "A shorter `visibility`", EffectKind.Interrupts, "What takes longer is handed out again while it is in work, and in the end goes to the dead-letter queue.",
            "Amazon SQS, ReceiveMessage, VisibilityTimeout", Queue, Visibility),
        new(Topic, "The last service that takes messages from it, removed or with another queue", EffectKind.LosesData, "Messages wait, and are deleted when their time is over.",
            "Amazon SQS, SetQueueAttributes, MessageRetentionPeriod", ["AWS::IAM::Role", "AWS::IAM::Policy", "AWS::IAM::ManagedPolicy"], NobodyTakes),
        new("Alarms", "`notify`, an address less", EffectKind.Interrupts, "It hears of no alarm any more. A new mail address has to confirm first.",
            "Amazon SNS, Creating a subscription; CloudFormation, AWS::SNS::Topic, Subscription", ["AWS::SNS::Topic"], LostAddresses),
        new(Topic, "A smaller limit for messages", EffectKind.Interrupts, "Larger messages are refused.",
            "Amazon SQS, SetQueueAttributes, MaximumMessageSize", Queue, Size),
    ];

    private static IEnumerable<Finding> Retention(ComparedResource resource, EnvironmentComparison environment)
    {
        const int FourDays = 345_600; // AWS's default
        var (before, after) = (Scalars.Number(resource.Was("MessageRetentionPeriod")) ?? FourDays, Scalars.Number(resource.Is("MessageRetentionPeriod")) ?? FourDays);
        if (resource.Action == ResourceAction.Modify && after < before)
            yield return new Finding($"Messages in the {Subject.Of(resource)} that are older than {Days(after)} are deleted; until now they were kept for {Days(before)}.");
    }

    private static IEnumerable<Finding> Visibility(ComparedResource resource, EnvironmentComparison environment)
    {
        const int HalfAMinute = 30; // AWS's default
        var (before, after) = (Scalars.Number(resource.Was("VisibilityTimeout")) ?? HalfAMinute, Scalars.Number(resource.Is("VisibilityTimeout")) ?? HalfAMinute);
        if (resource.Action == ResourceAction.Modify && after < before)
            yield return new Finding($"A message of the {Subject.Of(resource)} that is in work for more than {Scalars.Span(after)} is handed out again; until now it had {Scalars.Span(before)}.") { Certainty = Certainty.Possible };
    }

    private static IEnumerable<Finding> DeadLetters(ComparedResource resource, EnvironmentComparison environment)
    {
        if (resource.Action == ResourceAction.Modify && resource.Was("RedrivePolicy") is not null && resource.Is("RedrivePolicy") is null)
            yield return new Finding($"The {Subject.Of(resource)} has no dead-letter queue any more: messages that fail again and again are gone when their time is over.") { Certainty = Certainty.Possible };
    }

    private static IEnumerable<Finding> NobodyTakes(ComparedResource resource, EnvironmentComparison environment) =>
        QueueReaders.Orphaned(resource, environment).Select(queue =>
            new Finding($"Nobody takes messages from the queue {queue} any more: they wait, and are deleted when their time is over.") { Certainty = Certainty.Possible });

    private static IEnumerable<Finding> LostAddresses(ComparedResource resource, EnvironmentComparison environment)
    {
        if (resource.Action != ResourceAction.Modify)
            yield break;
        var lost = Addresses(resource.Was("Subscription")).Except(Addresses(resource.Is("Subscription"))).ToList();
        if (lost.Count > 0)
            yield return new Finding($"What is sent to the {Subject.Of(resource)} no longer reaches {Subject.Plain(string.Join(", ", lost))}.");
    }

    private static IEnumerable<string> Addresses(JsonNode? subscriptions) =>
        (subscriptions as JsonArray ?? []).Select(s => Scalars.Text(s?["Endpoint"])).OfType<string>();

    private static IEnumerable<Finding> Size(ComparedResource resource, EnvironmentComparison environment)
    {
        const int Largest = 1_048_576; // AWS's default
        var (before, after) = (Scalars.Number(resource.Was("MaximumMessageSize")) ?? Largest, Scalars.Number(resource.Is("MaximumMessageSize")) ?? Largest);
        if (resource.Action == ResourceAction.Modify && after < before)
            yield return new Finding($"The {Subject.Of(resource)} refuses messages of more than {after} bytes; until now it took {before}.") { Certainty = Certainty.Possible };
    }

    private static string Days(int seconds) => seconds % 86_400 == 0 ? $"{seconds / 86_400} days" : Scalars.Span(seconds);
}
