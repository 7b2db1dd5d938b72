using System.Net;
using k8s;
using k8s.Autorest;
using k8s.Models;

namespace Landfall.Kubernetes.Api;

/// <summary>All objects of a kind, as far as the API server lets somebody list them.</summary>
/// <typeparam name="T">The objects.</typeparam>
/// <param name="Items">The objects, in the server's order.</param>
/// <param name="Unread">Why there are none, or null.</param>
internal sealed record ObjectList<T>(IReadOnlyList<T> Items, string? Unread)
    where T : IKubernetesObject<V1ObjectMeta>
{
    // Pages keep the answer of a large cluster from being one piece; kubectl asks for as many.
    private const int Page = 500;

    // Names, labels and dates without what the objects hold: Kubernetes API Concepts, "Metadata-only fetches".
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> MetadataAlone =
        new Dictionary<string, IReadOnlyList<string>> { ["Accept"] = ["application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1"] };

    /// <summary>What the API calls the kind.</summary>
    public static KubernetesEntityAttribute Kind { get; } =
        (KubernetesEntityAttribute)typeof(T).GetCustomAttributes(typeof(KubernetesEntityAttribute), inherit: false)[0];

    /// <summary>Asks for them.</summary>
    /// <typeparam name="TList">What the server answers with.</typeparam>
    /// <param name="client">The server.</param>
    /// <param name="space">Their namespace; null for all namespaces, and for a kind that belongs to none.</param>
    /// <param name="namesAlone">Whether what they hold is to stay on the server.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="older">A version that has the same shape as far as rules read it, for servers that do not have the present one yet; or null.</param>
    public static Task<ObjectList<T>> ReadAsync<TList>(IKubernetes client, string? space, bool namesAlone, CancellationToken cancellation, string? older = null)
        where TList : IItems<T>, IKubernetesObject<V1ListMeta> =>
        ReadAsync<TList>(client, Kind.ApiVersion, older, space, namesAlone, cancellation);

    private static async Task<ObjectList<T>> ReadAsync<TList>(IKubernetes client, string version, string? older, string? space, bool namesAlone, CancellationToken cancellation)
        where TList : IItems<T>, IKubernetesObject<V1ListMeta>
    {
        try
        {
            return new(await ItemsAsync<TList>(client, version, space, namesAlone, cancellation).ConfigureAwait(false), null);
        }
        catch (HttpOperationException e) when (e.Response.StatusCode is HttpStatusCode.NotFound && older is not null)
        {
            return await ReadAsync<TList>(client, older, null, space, namesAlone, cancellation).ConfigureAwait(false);
        }
        catch (HttpOperationException e) when (Why(e.Response.StatusCode) is { } why)
        {
            return new([], why);
        }
    }

    private static async Task<IReadOnlyList<T>> ItemsAsync<TList>(IKubernetes client, string version, string? space, bool namesAlone, CancellationToken cancellation)
        where TList : IItems<T>, IKubernetesObject<V1ListMeta>
    {
        var (all, headers, next) = (new List<T>(), namesAlone ? MetadataAlone : null, (string?)null);
        do
        {
            using var answer = space is null
                ? await client.CustomObjects.ListClusterCustomObjectWithHttpMessagesAsync<TList>(Kind.Group, version, Kind.PluralName, continueParameter: next, limit: Page, customHeaders: headers, cancellationToken: cancellation).ConfigureAwait(false)
                : await client.CustomObjects.ListNamespacedCustomObjectWithHttpMessagesAsync<TList>(Kind.Group, version, space, Kind.PluralName, continueParameter: next, limit: Page, customHeaders: headers, cancellationToken: cancellation).ConfigureAwait(false);
            all.AddRange(answer.Body.Items);
            next = answer.Body.Metadata?.ContinueProperty;
        }
        while (!string.IsNullOrEmpty(next));
        return all;
    }

    private static string? Why(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Forbidden => $"{Kind.Kind}: you may not list them",
        HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed => $"{Kind.Kind}: this API server has no such version of them",
        HttpStatusCode.Gone => $"{Kind.Kind}: they changed for longer than the server remembers a list's beginning",
        _ => null,
    };
}
