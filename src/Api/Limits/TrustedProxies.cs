using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using TeacherDevPlan.Infrastructure.Hosting;

namespace TeacherDevPlan.Api.Limits;

/// <summary>
/// The proxies whose X-Forwarded-For is trusted (<c>Network:TrustedProxies</c>, addresses or networks). The header is
/// ignored when it comes from anybody else, since a client could claim any address.
/// </summary>
internal static class TrustedProxies
{
    private const string Section = "Network:TrustedProxies";

    public static void UseTrustedProxies(this WebApplication app)
    {
        var proxies = app.Configuration.GetSection(Section).Get<string[]>() ?? [];
        if (proxies.Length == 0)
            return;
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor,
            // Follows any number of trusted proxies; each adds the address that it received the request from.
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        for (var i = 0; i < proxies.Length; i++)
        {
            if (IPAddress.TryParse(proxies[i], out var address))
                options.KnownProxies.Add(address);
            else if (System.Net.IPNetwork.TryParse(proxies[i], out var network))
                options.KnownIPNetworks.Add(network);
            else
                throw new HostingException(
                    $"The setting {Section}:{i} is '{proxies[i]}', but must be an address such as 10.0.0.7 or a network such as 10.0.0.0/24."
                );
        }

        app.UseForwardedHeaders(options);
    }
}
