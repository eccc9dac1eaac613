# What Debian's policy asks of a package beyond the installed files; CPack runs this before it packs.
set(root "${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr/share")
set(documents "${root}/doc/${CPACK_PACKAGE_NAME}")

# gzip -n keeps the time out of the file: the same commit gives the same bytes.
function(compress)
  execute_process(COMMAND gzip -9n ${ARGN} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

file(GLOB_RECURSE pages "${root}/man/*.[1-8]")
if(pages)
  compress(${pages})
endif()

file(READ "${CPACK_ASSESS_SOURCE_DIR}/LICENSE" licence)
file(WRITE "${documents}/copyright" "${licence}")
file(COPY_FILE "${CPACK_ASSESS_SOURCE_DIR}/CHANGELOG.md" "${documents}/changelog")
file(MAKE_DIRECTORY "${root}/lintian/overrides")
file(COPY_FILE "${CMAKE_CURRENT_LIST_DIR}/lintian-overrides"
  "${root}/lintian/overrides/${CPACK_PACKAGE_NAME}")

execute_process(COMMAND date --utc --rfc-email "--date=@$ENV{SOURCE_DATE_EPOCH}"
  OUTPUT_VARIABLE date OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
set(version "${CPACK_PACKAGE_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE}")
file(WRITE "${documents}/changelog.Debian"
"${CPACK_PACKAGE_NAME} (${version}) bookworm; urgency=medium

  * Packaged from the commit of this date; changelog.gz says what is new.

 -- ${CPACK_PACKAGE_CONTACT}  ${date}
")
compress("${documents}/changelog" "${documents}/changelog.Debian")
