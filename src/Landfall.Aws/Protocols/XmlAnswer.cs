using System.Net;
using System.Xml;
using System.Xml.Linq;

namespace Landfall.Aws.Protocols;

/// <summary>What the two XML protocols answer with.</summary>
internal static class XmlAnswer
{
    /// <summary>Reads an answer.</summary>
    /// <param name="service">The service that answered.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="body">The body.</param>
    /// <returns>The root element, without XML namespaces.</returns>
    /// <exception cref="AwsException">AWS answered with an error.</exception>
    public static XElement Read(AwsService service, string operation, HttpStatusCode status, byte[] body)
    {
        var root = Parse(body);
        if ((int)status < 400 && root is not null)
            return root;
        var error = root?.DescendantsAndSelf("Error").FirstOrDefault();
        throw new AwsException(
            service.SigningName,
            operation,
            error?.Element("Code")?.Value ?? status.ToString(),
            error?.Element("Message")?.Value ?? "the answer is not XML.",
            status);
    }

    private static XElement? Parse(byte[] body)
    {
        try
        {
            using var stream = new MemoryStream(body);
            var root = XElement.Load(stream);
            foreach (var element in root.DescendantsAndSelf())
                element.Name = element.Name.LocalName;
            return root;
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
