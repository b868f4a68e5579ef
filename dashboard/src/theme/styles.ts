// Global styles, in this order; then those of each piece of Mantine that is used, and of no other.
import '@fontsource-variable/inter/wght.css'
import 'virtual:mantine-variables.css'
import './tokens.css'
import './base.css'
import '@mantine/core/styles/UnstyledButton.layer.css'
import '@mantine/core/styles/Loader.layer.css'
import '@mantine/core/styles/Button.layer.css'
