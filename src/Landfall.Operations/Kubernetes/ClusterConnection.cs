using System.Net;
using System.Security.Authentication;
using k8s;
using k8s.Autorest;
using k8s.Exceptions;
using Landfall.Config;
using Landfall.Kubernetes.Api;
using Landfall.Kubernetes.Snapshots;

namespace Landfall.Operations.Kubernetes;

/// <summary>Reads the cluster that a kubeconfig file names, as kubectl finds it: <c>KUBECONFIG</c>, else the one in the home folder.</summary>
internal static class ClusterConnection
{
    public static async Task<(string Source, ClusterSnapshot Snapshot, IReadOnlyList<string> Unread)> ReadAsync(DiagnoseParameters parameters, CancellationToken stop)
    {
        KubernetesClientConfiguration settings;
        try
        {
            settings = KubernetesClientConfiguration.BuildConfigFromConfigFile(Environment.GetEnvironmentVariable("KUBECONFIG") is { Length: > 0 } path ? path.Split(Path.PathSeparator)[0] : null, parameters.Context);
        }
        catch (Exception e) when (e is KubeConfigException or IOException or ArgumentNullException)
        {
            throw new LandfallException(ErrorCodes.ClusterUnreachable, $"No cluster is known here: {e.Message.TrimEnd('.')}. Set KUBECONFIG, run 'aws eks update-kubeconfig --name …', or name saved output with '--snapshot'.");
        }
        try
        {
            using var client = new k8s.Kubernetes(settings);
            var reader = new ClusterReader(client);
            var snapshot = await reader.ReadAsync(parameters.Namespace, stop).ConfigureAwait(false);
            return reader.HasReadPods
                ? (settings.Host, snapshot, [.. reader.Unread])
                : throw new LandfallException(ErrorCodes.ClusterUnreachable, $"The API server {settings.Host} does not let you list pods, without which nothing can be said. Ask for the ClusterRole 'view'.");
        }
        catch (HttpOperationException e) when (e.Response.StatusCode == HttpStatusCode.Unauthorized)
        {
            throw new LandfallException(ErrorCodes.ClusterUnreachable, $"The API server {settings.Host} does not know you: the credentials of the kubeconfig file are wrong or have expired. Sign in again.");
        }
        catch (Exception e) when (e is HttpRequestException or AuthenticationException or HttpOperationException)
        {
            throw new LandfallException(ErrorCodes.ClusterUnreachable, $"The API server {settings.Host} does not answer: {(e.InnerException ?? e).Message}");
        }
    }
}
