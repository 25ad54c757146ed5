using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TeacherDevPlan.Infrastructure.Persistence.Configurations;

internal static class RestrictedReference
{
    /// <summary>A reference to a row that cannot be deleted while it is referenced.</summary>
    public static void Restricted<T, TOther>(
        this EntityTypeBuilder<T> builder,
        Expression<Func<T, TOther?>> other,
        Expression<Func<T, object?>> key
    )
        where T : class
        where TOther : class => builder.HasOne(other).WithMany().HasForeignKey(key).OnDelete(DeleteBehavior.Restrict);
}
