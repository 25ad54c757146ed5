using Mediator;
using TeacherDevPlan.Application.Staff;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Infrastructure.Hosting;

namespace TeacherDevPlan.Api.Hosting;

/// <summary>
/// Erases again, before the service listens, the names that a restored backup has brought back.
/// </summary>
internal static class RestoredNames
{
    private const string Reason = "Erased before a backup was restored.";

    /// <param name="services">Those of the service itself.</param>
    public static async Task EraseAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var store = services.GetRequiredService<IPersonStore>();
        foreach (var (id, isRegistered) in await store.ErasedWithNameAsync(cancellationToken))
        {
            var given = new GivenId(id.ToString(), id);
            var result = await services
                .GetRequiredService<ISender>()
                .Send(
                    new ErasePerson(isRegistered ? null : given, Reason, isRegistered ? given : null),
                    cancellationToken
                );
            if (!result.Succeeded)
                throw new HostingException($"A name that was erased before cannot be erased again: {result.Error}");
        }
    }
}
