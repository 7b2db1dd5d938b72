using System.Xml.Linq;

namespace Landfall.Aws.Protocols;

/// <summary>AWS's REST-XML protocol, as far as reading goes (Route 53).</summary>
internal static class RestXmlProtocol
{
    /// <summary>Calls an operation that reads.</summary>
    /// <param name="session">Who calls, and where.</param>
    /// <param name="service">The service.</param>
    /// <param name="operation">The operation's name, for messages.</param>
    /// <param name="pathAndQuery">The path, and the query's parameters in order of name.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The answer's root element, without XML namespaces.</returns>
    /// <exception cref="AwsException">AWS answered with an error.</exception>
    public static async Task<XElement> GetAsync(
        AwsSession session, AwsService service, string operation, string pathAndQuery, CancellationToken cancellation) =>
        await session.Retries.ExecuteAsync(
            async token =>
            {
                var (status, body) = await session.GetAsync(service, pathAndQuery, token).ConfigureAwait(false);
                return XmlAnswer.Read(service, operation, status, body);
            },
            cancellation).ConfigureAwait(false);
}
