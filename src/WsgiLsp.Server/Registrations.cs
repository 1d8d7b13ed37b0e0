using System.Text.Json;
using Microsoft.Extensions.Logging;
using WsgiLsp.Protocol;
using WsgiLsp.Protocol.Types;

namespace WsgiLsp.Server;

/// <summary>Has the client tell of what it would not tell otherwise. Safe to use from several threads.</summary>
/// <param name="connection">The way to the client.</param>
/// <param name="logger">Told where the client does not.</param>
internal sealed class Registrations(Connection connection, ILogger logger)
{
    /// <summary>Registers for a method, for as long as the server runs.</summary>
    /// <param name="id">What nothing else is registered under.</param>
    /// <param name="method">The method.</param>
    /// <param name="options">What exactly is wanted.</param>
    public async Task AddAsync(string id, string method, JsonElement options)
    {
        try
        {
            await connection.RequestAsync(
                Methods.Client.RegisterCapability,
                new RegistrationParams([new Registration(id, method, options)])
            );
        }
        catch (RpcException exception)
        {
            logger.LogDebug("The client does not register {Method}: {Reason}", method, exception.Message);
        }
    }
}
