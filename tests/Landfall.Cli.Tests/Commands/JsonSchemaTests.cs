using System.Text.Json;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Landfall.Cli.Terminal;
using Landfall.Operations.Alarms;
using Landfall.Operations.Asking;
using Landfall.Operations.Assistants;
using Landfall.Operations.Auditing;
using Landfall.Operations.Connecting;
using Landfall.Operations.Cost;
using Landfall.Operations.Doctor;
using Landfall.Operations.Documents;
using Landfall.Operations.Drifting;
using Landfall.Operations.Events;
using Landfall.Operations.Explaining;
using Landfall.Operations.History;
using Landfall.Operations.Importing;
using Landfall.Operations.Kubernetes;
using Landfall.Operations.LocalRun;
using Landfall.Operations.Logs;
using Landfall.Operations.OneOff;
using Landfall.Operations.Opening;
using Landfall.Operations.Operating;
using Landfall.Operations.Pipelines.PullRequests;
using Landfall.Operations.Pipelines.Reviews;
using Landfall.Operations.Queues;
using Landfall.Operations.Releases;
using Landfall.Operations.Repairing;
using Landfall.Operations.Resizing;
using Landfall.Operations.Restoring;
using Landfall.Operations.Secrets;
using Landfall.Operations.Security;
using Landfall.Operations.Sessions;
using Landfall.Operations.Sessions.Copying;
using Landfall.Operations.Shifting;
using Landfall.Operations.Snapshots;
using Landfall.Operations.Specs;
using Landfall.Operations.Status;
using Landfall.Operations.Top;
using Landfall.Operations.Tuning;
using Landfall.Operator.Incidents;
using Landfall.Operator.Operating;
using Landfall.Operator.Playbooks;
using Landfall.Operator.Repairs;

namespace Landfall.Cli.Tests.Commands;

/// <summary>What scripts read of the commands that look at an environment: a change of it is one for everybody who reads it.</summary>
public sealed class JsonSchemaTests
{
    public static TheoryData<string, Type> Outputs => new()
    {
        { "cost", typeof(EnvironmentCost) },
        { "top", typeof(EnvironmentUse) },
        { "tune", typeof(TuneReport) },
        { "repair", typeof(RepairReport) },
        { "resize", typeof(ResizeReport) },
        { "status", typeof(EnvironmentStatus) },
        { "alarms", typeof(EnvironmentAlarms) },
        { "drift", typeof(EnvironmentDrift) },
        { "events", typeof(EnvironmentEvents) },
        { "audit", typeof(AuditReport) },
        { "history", typeof(EnvironmentHistory) },
        { "releases", typeof(ServiceReleases) },
        { "rollback", typeof(RollbackReport) },
        { "connect-emr", typeof(EmrConnection) },
        { "data-snapshot", typeof(DataSnapshot) },
        { "data-snapshots", typeof(RestorePoints) },
        { "data-restore", typeof(DataRestored) },
        { "data-discard", typeof(DataDiscarded) },
        { "import", typeof(Imported) },
        { "shift-away", typeof(ShiftReport) },
        { "service-changed", typeof(ServiceChanged) },
        { "ask", typeof(Answer) },
        { "explain", typeof(Explanation) },
        { "cp", typeof(CopyResult) },
        { "logs", typeof(LogEntry) },
        { "logs-summary", typeof(LogSummary) },
        { "run", typeof(RunStep) },
        { "local-run", typeof(LocalRunStep) },
        { "queue-peek", typeof(PeekedMessages) },
        { "queue-redrive", typeof(RedrivenMessages) },
        { "secret-list", typeof(ListedSecrets) },
        { "secret-rotate", typeof(SecretWritten) },
        { "open", typeof(PublicAddress) },
        { "docs", typeof(WrittenDocument) },
        { "spec-check", typeof(SpecReport) },
        { "doctor", typeof(DoctorReport) },
        { "session", typeof(SessionTicket) },
        { "k8s diagnose", typeof(ClusterReport) },
        { "security", typeof(SecurityReport) },
        { "pipeline-report", typeof(PullReport) },
        { "pipeline-review", typeof(ReviewReport) },
        { "mcp-config", typeof(McpConfigured) },
        { "operate", typeof(OperatorTick) },
        { "incidents", typeof(IncidentsReport) },
        { "incidents-ack", typeof(IncidentAcknowledged) },
        { "approve", typeof(RepairApproved) },
        { "freeze", typeof(RepairsFrozen) },
        { "playbook-list", typeof(PlaybookList) },
        { "playbook-show", typeof(Playbook) },
        { "playbook-test", typeof(PlaybookList) },
    };

    [Theory]
    [MemberData(nameof(Outputs))]
    public void Json_OfACommand_HasThePublishedSchema(string command, Type output)
    {
        var options = new JsonSerializerOptions(JsonOutput.Options) { RespectNullableAnnotations = true, NumberHandling = default, TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
        var schema = options.GetJsonSchemaAsNode(output, new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true });
        schema["$schema"] = "https://json-schema.org/draft/2020-12/schema";

        GoldenFile.Verify($"docs/json/{command}.schema.json", schema.ToJsonString(JsonOutput.Options) + "\n");
    }
}
