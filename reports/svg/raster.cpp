#include "reports/svg/raster.hpp"

#include "model/diagnostics/diagnostic.hpp"

#include <cairo-pdf.h>
#include <cairo.h>
#include <cmath>
#include <cstdlib>
#include <dlfcn.h>
#include <filesystem>
#include <librsvg/rsvg.h>
#include <link.h>
#include <memory>

namespace assess::reports {
namespace {

/// A shared library that stays loaded until the program ends: GLib cannot be unloaded.
class Library {
public:
    explicit Library(const char* name) : m_handle(dlopen(name, RTLD_NOW | RTLD_LOCAL)) {
        if (m_handle == nullptr) {
            throw Error("PNG and PDF need librsvg, which cannot be loaded here",
                        "Install it (Debian: librsvg2-2), or write the figure with --format svg.");
        }
    }
    /// The function of this name, with the type that its header gives it.
    template <typename Function>
    void find(Function*& function, const char* name) const {
        function = reinterpret_cast<Function*>(dlsym(m_handle, name));
        if (function == nullptr) {
            throw Error(std::string("the librsvg or cairo of this machine has no ") + name,
                        "Install a newer one, or write the figure with --format svg.");
        }
    }
    /// The place of a file in the folder that the library was loaded from.
    [[nodiscard]] std::filesystem::path beside(const char* file) const {
        link_map* loaded = nullptr;
        dlinfo(m_handle, RTLD_DI_LINKMAP, &loaded);
        return std::filesystem::path(loaded->l_name).replace_filename(file);
    }

private:
    void* m_handle;
};

/// A librsvg that came with the program has a font beside it, as the machine may have none.
/// FONTCONFIG_FILE of the user stays in force.
void find_fonts_beside(const Library& rsvg) {
    if (const auto settings = rsvg.beside("fonts.conf"); std::filesystem::exists(settings)) {
        setenv("FONTCONFIG_FILE", settings.c_str(), 0);
    }
}

struct Functions {
    decltype(&rsvg_handle_new_from_data) handle_new;
    decltype(&rsvg_handle_get_intrinsic_size_in_pixels) handle_size;
    decltype(&rsvg_handle_render_document) render;
    decltype(&g_object_unref) unref;
    decltype(&g_clear_error) clear_error;
    decltype(&cairo_create) create;
    decltype(&cairo_destroy) destroy;
    decltype(&cairo_scale) scale;
    decltype(&cairo_status) status;
    decltype(&cairo_surface_destroy) surface_destroy;
    decltype(&cairo_surface_finish) surface_finish;
    decltype(&cairo_surface_status) surface_status;
    decltype(&cairo_image_surface_create) image_create;
    decltype(&cairo_surface_write_to_png_stream) write_png;
    decltype(&cairo_pdf_surface_create_for_stream) pdf_create;
    decltype(&cairo_pdf_surface_set_metadata) pdf_metadata;
};

const Functions& functions() {
    static const Functions loaded = [] {
        const Library rsvg("librsvg-2.so.2");
        const Library cairo("libcairo.so.2");
        find_fonts_beside(rsvg);
        Functions all{};
        rsvg.find(all.handle_new, "rsvg_handle_new_from_data");
        rsvg.find(all.handle_size, "rsvg_handle_get_intrinsic_size_in_pixels");
        rsvg.find(all.render, "rsvg_handle_render_document");
        rsvg.find(all.unref, "g_object_unref");
        rsvg.find(all.clear_error, "g_clear_error");
        cairo.find(all.create, "cairo_create");
        cairo.find(all.destroy, "cairo_destroy");
        cairo.find(all.scale, "cairo_scale");
        cairo.find(all.status, "cairo_status");
        cairo.find(all.surface_destroy, "cairo_surface_destroy");
        cairo.find(all.surface_finish, "cairo_surface_finish");
        cairo.find(all.surface_status, "cairo_surface_status");
        cairo.find(all.image_create, "cairo_image_surface_create");
        cairo.find(all.write_png, "cairo_surface_write_to_png_stream");
        cairo.find(all.pdf_create, "cairo_pdf_surface_create_for_stream");
        cairo.find(all.pdf_metadata, "cairo_pdf_surface_set_metadata");
        return all;
    }();
    return loaded;
}

struct Unref {
    void operator()(RsvgHandle* handle) const { functions().unref(handle); }
};
struct DestroySurface {
    void operator()(cairo_surface_t* surface) const { functions().surface_destroy(surface); }
};
struct DestroyContext {
    void operator()(cairo_t* context) const { functions().destroy(context); }
};
using Surface = std::unique_ptr<cairo_surface_t, DestroySurface>;

/// A read SVG with its size in pixels.
struct Drawing {
    std::unique_ptr<RsvgHandle, Unref> handle;
    double width = 0;
    double height = 0;
};

[[noreturn]] void fail(std::string_view what, GError* error) {
    std::string message = "the figure cannot be drawn: " + std::string(what);
    if (error != nullptr) {
        message += std::string(" (") + error->message + ")";
        functions().clear_error(&error);
    }
    throw Error(message, "Write it with --format svg instead.");
}

Drawing read(std::string_view svg) {
    GError* error = nullptr;
    Drawing drawing;
    drawing.handle.reset(
        functions().handle_new(reinterpret_cast<const guint8*>(svg.data()), svg.size(), &error));
    if (!drawing.handle) {
        fail("librsvg refuses the SVG", error);
    }
    if (functions().handle_size(drawing.handle.get(), &drawing.width, &drawing.height) == 0) {
        fail("the SVG has no size", nullptr);
    }
    return drawing;
}

void render(const Drawing& drawing, const Surface& surface, double scale) {
    const std::unique_ptr<cairo_t, DestroyContext> context(functions().create(surface.get()));
    functions().scale(context.get(), scale, scale);
    const RsvgRectangle whole{0, 0, drawing.width, drawing.height};
    GError* error = nullptr;
    if (functions().render(drawing.handle.get(), context.get(), &whole, &error) == 0) {
        fail("librsvg gave up", error);
    }
    if (functions().status(context.get()) != CAIRO_STATUS_SUCCESS) {
        fail("cairo gave up", nullptr);
    }
}

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int length) {
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

} // namespace

std::string png_of(std::string_view svg) {
    constexpr double scale = 2;
    const auto drawing = read(svg);
    const Surface surface(functions().image_create(
        CAIRO_FORMAT_ARGB32, static_cast<int>(std::ceil(drawing.width * scale)),
        static_cast<int>(std::ceil(drawing.height * scale))));
    render(drawing, surface, scale);
    std::string bytes;
    if (functions().write_png(surface.get(), append, &bytes) != CAIRO_STATUS_SUCCESS) {
        fail("cairo cannot write the PNG", nullptr);
    }
    return bytes;
}

std::string pdf_of(std::string_view svg) {
    constexpr double points = 0.75; // of 1/72 inch to a pixel of 1/96 inch
    const auto drawing = read(svg);
    std::string bytes;
    const Surface surface(
        functions().pdf_create(append, &bytes, drawing.width * points, drawing.height * points));
    // The same figure gives the same bytes: no clock. Cairo would put the present time here.
    functions().pdf_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, "1970-01-01T00:00:00Z");
    render(drawing, surface, points);
    functions().surface_finish(surface.get());
    if (functions().surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) {
        fail("cairo cannot write the PDF", nullptr);
    }
    return bytes;
}

} // namespace assess::reports
