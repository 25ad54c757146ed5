using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Infrastructure.Persistence.Configurations;

/// <summary>Stores an enum by its API spelling: IN_PROGRESS.</summary>
internal sealed class EnumTextConverter<TEnum>()
    : ValueConverter<TEnum, string>(value => EnumText.Of(value), text => EnumText.Parse<TEnum>(text))
    where TEnum : struct, Enum;
